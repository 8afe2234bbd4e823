'use client'

/** A line that narrows a list on the page. What is typed goes nowhere and is no part of the form around it. */
export const FilterBox = ({
  label,
  typed,
  onType,
}: {
  label: string
  typed: string
  onType: (typed: string) => void
}) => (
  <input
    type="search"
    aria-label={label}
    placeholder={label}
    autoComplete="off"
    spellCheck={false}
    translate="no"
    dir="auto"
    value={typed}
    onChange={({ target }) => onType(target.value)}
    // In a form it would send it.
    onKeyDown={(event) => {
      if (event.key === 'Enter') event.preventDefault()
    }}
    className="h-11 w-full min-w-0 grow rounded border border-edge bg-surface px-3 text-ink placeholder:text-muted"
  />
)
