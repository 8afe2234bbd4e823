'use client'

/**
 * Ticks or choices of one, in lines: drawn here too, so that a hundred of them travel as words and not as markup twice. Their looks
 * are said once, in globals.css.
 */
export const Picks = ({
  legend,
  type = 'checkbox',
  name,
  options,
  chosen,
  last,
}: {
  legend: string
  type?: 'checkbox' | 'radio'
  name: string
  options: readonly (readonly [value: string, words: string])[]
  chosen: readonly string[]
  /** A tick of another name, about all of them. */
  last?: { readonly name: string; readonly value: string; readonly words: string; readonly isChosen: boolean }
}) => (
  <fieldset className="picks">
    <legend>{legend}</legend>
    {options.map(([value, words]) => (
      <label key={value}>
        <input
          autoComplete="off"
          type={type}
          name={name}
          value={value}
          defaultChecked={chosen.includes(value)}
        />
        {words}
      </label>
    ))}
    {last === undefined ? null : (
      <label>
        <input
          autoComplete="off"
          type="checkbox"
          name={last.name}
          value={last.value}
          defaultChecked={last.isChosen}
        />
        {last.words}
      </label>
    )}
  </fieldset>
)
