import * as z from 'zod/mini'

/** The year whose coarse table is handed in: what it holds is counted anew, and never sent. */
export const handInSchema = z.strictObject({ year: z.int().check(z.minimum(2000), z.maximum(2999)) })
