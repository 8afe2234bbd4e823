'use client'
import { Chip } from '@/components/ui/chip'

/** The choices of one filter: drawn here too, so that a hundred of them travel as words and not as markup twice. */
export const FilterChips = ({
  name,
  choices,
}: {
  name: string
  choices: readonly (readonly [value: string, words: string, isChosen: boolean])[]
}) =>
  choices.map(([value, words, isChosen]) => (
    <Chip key={value} name={name} value={value} defaultChecked={isChosen}>
      {words}
    </Chip>
  ))
