import { FileLink } from '@/components/layout/file-link'
import { usePersonLabels } from '@/components/people/person-labels'
import type { CaseLine } from '@/lib/caseload/caseload.data'
import { toAgeClaims } from '@/lib/people/person.view'

/** A file in a list: its code, and what is known of age and nationality. No name. */
export const PersonCell = ({
  line: { id, code, people },
}: {
  line: Pick<CaseLine, 'id' | 'code' | 'people'>
}) => {
  const labels = usePersonLabels()
  return (
    <>
      <FileLink code={code} id={id} />
      {people.map(({ person }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows bear nothing that names a person, not even an id
        <div key={index} className="text-sm text-muted">
          {labels.short({ ageClaims: toAgeClaims(person.ageClaims), nationalities: person.nationalities })}
        </div>
      ))}
    </>
  )
}
