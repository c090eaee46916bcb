/** Collects what a bundle holds: bytes in order, and each string once, in the order of first use. */
import { assert } from '../assert.ts'
import { WHOLE_MAX } from './limits.ts'

export class Sink {
  readonly strings = new Map<string, number>()
  #bytes = new Uint8Array(1 << 12)
  #length = 0

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  raw(bytes: Uint8Array | readonly number[]): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  whole(value: number): void {
    assert(Number.isSafeInteger(value) && value >= 0, `${value} is no whole number from 0`)
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80)
    this.byte(rest)
  }

  /** Twice a whole number, else 1 and eight bytes. */
  amount(value: number): void {
    assert(Number.isFinite(value) && value >= 0, `${value} is no amount`)
    if (Number.isInteger(value) && value < WHOLE_MAX) {
      this.whole(value * 2)
      return
    }
    this.whole(1)
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setFloat64(0, value, true)
    this.raw(bytes)
  }

  /** A whole number of either sign: twice it, or for a negative one twice its amount less one. */
  signed(value: number): void {
    assert(Number.isInteger(value) && Math.abs(value) < WHOLE_MAX, `${value} is no whole number`)
    this.whole(value < 0 ? -2 * value - 1 : 2 * value)
  }

  text(value: string): void {
    assert(value.isWellFormed(), 'text of a book has no half characters')
    const place = this.strings.get(value) ?? this.strings.size
    this.strings.set(value, place)
    this.whole(place)
  }

  #reserve(extra: number): void {
    if (this.#length + extra <= this.#bytes.length) return
    const larger = new Uint8Array(this.#bytes.length * 2 + extra)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
