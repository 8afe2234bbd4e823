import { Fragment } from 'react'
import { PersonName } from '@/components/people/person-name'
import type { ShownName } from '@/lib/cases/shown-people.data'

/** The people of a file in a list, by name where names are shown. */
export const Who = ({ names = [] }: { names?: readonly ShownName[] | undefined }) => (
  <>
    {names.map(({ full, initials }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the people of a file have one order
      <Fragment key={index}>
        {index === 0 ? null : ', '}
        <PersonName full={full} initials={initials} />
      </Fragment>
    ))}
  </>
)
