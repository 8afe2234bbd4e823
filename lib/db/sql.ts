import 'server-only'
import { Prisma } from './generated/client'

/** Pieces of a query that Prisma's own language cannot say: values stay parameters, whatever is put together. */
export const { sql, join, empty, raw } = Prisma
export type Sql = Prisma.Sql
