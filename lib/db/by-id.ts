/**
 * Reads the rows that some ids name, each once, and asks nothing where no id is given. A relation in a query of Prisma costs a
 * statement for itself, also where no row has one.
 * @returns the row of an id; throws for an id that names none
 */
export const byId = async <T extends { readonly id: string }>(
  ids: readonly (string | null)[],
  read: (where: { id: { in: string[] } }) => Promise<readonly T[]>,
): Promise<(id: string) => T> => {
  const named = [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))]
  const rows = named.length === 0 ? [] : await read({ id: { in: named } })
  const found = new Map(rows.map((row) => [row.id, row]))
  return (id) => {
    const row = found.get(id)
    if (row === undefined) throw new Error('a row names another one that is not there')
    return row
  }
}
