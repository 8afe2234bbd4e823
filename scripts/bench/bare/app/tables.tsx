const toText = (value: unknown): string =>
  value instanceof Uint8Array
    ? `${value.length} bytes`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : `${value}`

/** Every row of every answer as a line of a table. */
export const Tables = ({ tables }: { tables: readonly (readonly (readonly unknown[])[])[] }) =>
  tables.map((rows, table) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
    <table key={table}>
      <tbody>
        {rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
          <tr key={line}>
            {row.map((value, cell) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nothing on this page ever changes
              <td key={cell}>{toText(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ))
