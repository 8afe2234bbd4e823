/**
 * `npm test` holds a small fixed draw of each property and English alone of each story in the browser; `npm run stress` runs the
 * same files with SWEEP=on: every language, every walk and the large numbers.
 */
export const isSweep = process.env.SWEEP === 'on'

/** So many draws, rounds or rows: the first number in `npm test`, the second in `npm run stress`. */
export const drawn = (few: number, many: number): number => (isSweep ? many : few)

/** The seed of every draw: the same in each run, so that red means a change and not a chance. PROPERTY_SEED=… draws others. */
export const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_126)
