import { Fragment } from 'react'
import { PersonName } from './person-name'

type Shown = { readonly full: string | null; readonly initials: string }

/** The people of one file in a list, one after the other; nothing where the reader may not open it. */
export const ShownPeople = ({ people = [] }: { people: readonly Shown[] | undefined }) =>
  people.map(({ full, initials }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: names are never reordered and bear no id
    <Fragment key={index}>
      {index === 0 ? '' : ', '}
      <PersonName full={full} initials={initials} />
    </Fragment>
  ))
