import { Prisma } from './prisma'

/** NULL in a column of JSON, which is not the JSON value null. */
export const DB_NULL = Prisma.DbNull
