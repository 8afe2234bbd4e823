import { InlineLink } from '@/components/ui/inline-link'
import type { Found } from '@/lib/people/search.schema'
import { useReasons } from './use-reasons'

/** Who could be meant, best first. */
export const FoundList = ({ people }: { people: readonly Found[] }) => {
  const reasons = useReasons()
  return (
    <ol className="grid gap-3">
      {people.map((one) => (
        <li
          key={`${one.caseId} ${one.personId}`}
          className="grid gap-1 rounded border border-hair bg-surface px-4 py-3"
        >
          <p>
            <InlineLink href={`/cases/${one.code}?file=${one.caseId}`}>
              <bdi translate="no" className="text-lg font-semibold">
                {one.name}
              </bdi>
            </InlineLink>{' '}
            <span className="code text-sm">{one.code}</span>
          </p>
          <p className="text-sm break-words text-muted">{reasons(one).join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}
