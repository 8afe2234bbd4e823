import type { GivenOrganisation } from './given/organisation'

// Damages what is stored as someone with the database in their hands would: past every policy, trigger and constraint.

type Ask = GivenOrganisation['ask']

const past = async <T>(ask: Ask, run: () => Promise<T>): Promise<T> => {
  await ask("SET session_replication_role = 'replica'")
  try {
    return await run()
  } finally {
    await ask("SET session_replication_role = 'origin'")
  }
}

/** Flips one bit of the last byte. `where` begins with WHERE, or is empty. */
export const flip = (ask: Ask, table: string, column: string, where = '', values: readonly unknown[] = []) =>
  past(ask, () =>
    ask(
      `UPDATE ${table} SET ${column} = set_byte(${column}, length(${column}) - 1, get_byte(${column}, length(${column}) - 1) # 1) ${where}`,
      values,
    ),
  )

/** Exchanges the ciphers of two rows, or of two columns of one row. */
export const swap = async (
  ask: Ask,
  one: { table: string; column: string; id: string },
  other: { table: string; column: string; id: string },
): Promise<void> => {
  const read = async ({ table, column, id }: typeof one) =>
    (await ask(`SELECT ${column} AS bytes FROM ${table} WHERE id = $1`, [id]))[0]?.bytes
  const [a, b] = [await read(one), await read(other)]
  await past(ask, async () => {
    await ask(`UPDATE ${one.table} SET ${one.column} = $2 WHERE id = $1`, [one.id, b])
    await ask(`UPDATE ${other.table} SET ${other.column} = $2 WHERE id = $1`, [other.id, a])
  })
}

/** Every column of the database that holds encrypted text or pieces of papers. */
export const listCipherColumns = async (ask: Ask): Promise<{ table: string; column: string }[]> =>
  (
    await ask(`SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema AND t.table_type = 'BASE TABLE'
      WHERE c.table_schema = 'public' AND c.data_type = 'bytea' AND (c.column_name LIKE '%cipher' OR c.column_name IN ('step_before', 'content'))
        AND c.table_name <> 'draft' ORDER BY 1, 2`)
  ).map(({ table, column }) => ({ table: String(table), column: String(column) }))

export const truncate = (
  ask: Ask,
  table: string,
  column: string,
  where: string,
  values: readonly unknown[],
) => past(ask, () => ask(`UPDATE ${table} SET ${column} = substring(${column} FOR 20) ${where}`, values))

/** Does any statement past every policy, trigger and constraint. */
export const byHand = (ask: Ask, sql: string, values: readonly unknown[] = []) =>
  past(ask, () => ask(sql, values))
