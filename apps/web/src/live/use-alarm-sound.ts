import { useEffect } from 'react'

/** Two rising tones, in hertz and seconds from the start. */
const TONES = [
  { hertz: 660, from: 0, to: 0.18 },
  { hertz: 880, from: 0.22, to: 0.44 },
] as const
/** Between two soundings, milliseconds. */
const AGAIN_MS = 4000
/** Loud enough to be heard across a desk, and below what masks a voice. */
const LOUDNESS = 0.2

/** Sounds while a report of danger has nobody (look.md, section 8): repeated until a named position accepts it. */
export function useAlarmSound(sounding: boolean): void {
  useEffect(() => {
    if (!sounding) return undefined
    const audio = new AudioContext()
    // A browser keeps a page silent until someone has pressed something in it; the band says the same without sound.
    const sound = () => {
      if (audio.state === 'running') sounded(audio)
      else audio.resume()
    }
    audio.onstatechange = sound
    sound()
    const timer = setInterval(sound, AGAIN_MS)
    return () => {
      clearInterval(timer)
      audio.onstatechange = null
      audio.close()
    }
  }, [sounding])
}

function sounded(audio: AudioContext): void {
  for (const { hertz, from, to } of TONES) {
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    loudness.gain.value = LOUDNESS
    tone.frequency.value = hertz
    tone.connect(loudness).connect(audio.destination)
    tone.start(audio.currentTime + from)
    tone.stop(audio.currentTime + to)
  }
}
