/** How often a statement is asked before it is worth keeping, and how many are kept on a connection: a plan takes memory. */
const OFTEN = 5
const MOST = 250
const WATCHED = 2000

/** Stands in a statement whose best plan depends on what is asked: it gets no name, and is planned each time. */
export const PLANNED_ANEW = '/* planned anew */'

/**
 * Names for the statements that are asked again and again, so that PostgreSQL keeps their plans: with row-level security,
 * planning takes longer than most of our questions. Everything else stays without a name. One for each pool.
 */
export const openStatementNames = (): ((sql: string) => string) => {
  const names = new Map<string, string>()
  let seen = new Map<string, number>()
  return (sql) => {
    if (sql.includes(PLANNED_ANEW)) return ''
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= MOST) return ''
    const times = (seen.get(sql) ?? 0) + 1
    if (times < OFTEN) {
      if (seen.size >= WATCHED) seen = new Map()
      seen.set(sql, times)
      return ''
    }
    const name = `s${names.size + 1}`
    names.set(sql, name)
    seen.delete(sql)
    return name
  }
}
