declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
/** Made by the build: `tools/state-shapes.ts`. */
declare module 'virtual:state-shapes' {
  export const SHAPES: readonly {
    readonly fips: string
    readonly letters: string
    readonly name: string
    readonly path: string
    readonly centre: readonly [number, number]
  }[]
}
