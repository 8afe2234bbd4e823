import 'server-only'
import { Prisma } from './prisma'

/** In a condition on a part of a JSON column: the part is null, or it is missing. */
export const ANY_NULL = Prisma.AnyNull
