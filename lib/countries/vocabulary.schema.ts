import * as z from 'zod'

/** A stored word that must be one of a closed vocabulary; anything else is a defect of the reference data. */
export const oneOf = <const W extends string>(words: readonly W[]) => z.enum(words)
