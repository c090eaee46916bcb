/** Reads a bundle byte by byte; nothing is read beyond its end, and nothing is read that is not checked. */
import { DEPTH_MAX, WHOLE_MAX } from './limits.ts'
import { Malformed } from './malformed.ts'

export class Source {
  readonly #bytes: Uint8Array
  readonly #end: number
  #offset: number
  #depth = 0
  strings: readonly string[] = []

  /** Reads from `offset` up to `end`, which lie in `bytes`. */
  constructor(bytes: Uint8Array, offset: number, end: number) {
    this.#bytes = bytes
    this.#offset = offset
    this.#end = end
  }

  get offset(): number {
    return this.#offset
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#end - this.#offset
  }

  refuse(message: string): never {
    throw new Malformed(message, this.#offset)
  }

  byte(): number {
    if (this.#offset >= this.#end) this.refuse('it ends too early')
    // Proof: the offset is below the end, which lies in the bytes.
    return this.#bytes[this.#offset++] as number
  }

  raw(length: number): Uint8Array {
    if (length > this.left) this.refuse('it ends too early')
    this.#offset += length
    return this.#bytes.subarray(this.#offset - length, this.#offset)
  }

  /** A whole number from 0, below `bound`. */
  whole(bound: number, what: string): number {
    const value = this.#any()
    if (value >= bound) this.refuse(`${what} is ${value}, and has to be below ${bound}`)
    return value
  }

  #any(): number {
    const first = this.byte()
    return first < 0x80 ? first : this.#longer(first)
  }

  #longer(first: number): number {
    let value = first - 0x80
    for (let scale = 0x80; ; scale *= 0x80) {
      if (scale > WHOLE_MAX * 2) this.refuse('a number is too long')
      const next = this.byte()
      value += (next & 0x7f) * scale
      if (next >= 0x80) continue
      if (next === 0) this.refuse('a number is longer than it need be')
      return value
    }
  }

  amount(): number {
    const value = this.whole(WHOLE_MAX * 2, 'an amount')
    if (value % 2 === 0) return value / 2
    if (value !== 1) this.refuse('an amount is neither whole nor eight bytes')
    const bytes = this.raw(8)
    const amount = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true)
    if (!Number.isFinite(amount) || amount < 0) this.refuse('an amount is no number from 0')
    if (Number.isInteger(amount) && amount < WHOLE_MAX) this.refuse('a whole amount is not written as one')
    return amount
  }

  signed(): number {
    const value = this.whole(WHOLE_MAX * 2, 'a number')
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  text(): string {
    // Proof: `whole` gives a place below the length.
    return this.strings[this.whole(this.strings.length, 'the place of a string')] as string
  }

  /** How many follow of what takes at least one byte each. */
  count(what: string): number {
    const value = this.#any()
    if (value > this.left) this.refuse(`there are ${value} ${what}, and ${this.left} bytes left`)
    return value
  }

  /** Before what lies in something of its own kind is read, which may go to a bounded depth; then {@link comeBack}. */
  goDeeper(): void {
    if (this.#depth >= DEPTH_MAX) this.refuse('it is nested too deep')
    this.#depth++
  }

  comeBack(): void {
    this.#depth--
  }
}
