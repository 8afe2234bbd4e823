import 'server-only'
import type { Prisma as Types } from './generated/client'
import { Prisma } from './prisma'

/** Pieces of a query that Prisma's own language cannot say: values stay parameters, whatever is put together. */
export const { sql, join, empty, raw } = Prisma
export type Sql = Types.Sql
