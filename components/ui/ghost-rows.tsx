import { classNames } from './class-names'

/** Bars in the place of words, no two rows alike. */
const ROWS = [
  ['w-3/5', 'w-5/6', 'w-1/2', 'w-3/4'],
  ['w-3/4', 'w-2/3', 'w-3/5', 'w-1/2'],
  ['w-1/2', 'w-3/4', 'w-2/3', 'w-3/5'],
  ['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'],
] as const

/** Below an empty state, rows without words that show the shape of the list that will come. */
export const GhostRows = () => (
  <div aria-hidden="true" className="mt-4 border-t border-edge print:hidden">
    {ROWS.map((row) => (
      <div
        key={row.join(' ')}
        className="grid h-10 grid-cols-2 items-center gap-6 border-b border-hair sm:grid-cols-4"
      >
        {row.map((width, column) => (
          <span
            key={width}
            className={classNames('h-2 rounded-full bg-hair', width, column > 1 ? 'max-sm:hidden' : '')}
          />
        ))}
      </div>
    ))}
  </div>
)
