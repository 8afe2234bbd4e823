import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { classNames } from '@/components/ui/class-names'
import { InlineLink } from '@/components/ui/inline-link'
import { Link } from '@/components/ui/link'
import type { ProcedurePart } from '@/lib/procedure/procedure-page.data'
import type { Strand } from '@/lib/procedure/strand.rules'
import type { PageHrefs } from './procedure-props'
import type { StoryLabels } from './story-labels'
import { StrandMark } from './strand-mark'

type Possible = {
  readonly key: string
  readonly strand: Strand
  readonly title: string
  readonly whose: string | null
  readonly rules: readonly string[]
  readonly recordHref: string
}

/** Every step that may follow from where the procedures are. */
const possible = (
  { ways, episodes, minors }: ProcedurePart,
  { asylum, episode, minor }: StoryLabels,
  hrefs: PageHrefs,
): readonly Possible[] => [
  ...episodes.slice(0, 1).flatMap(({ id, steps }) =>
    steps.map(({ kind, rules }) => ({
      key: `${id} ${kind}`,
      strand: 'detention' as const,
      title: episode.t(`kind.${kind}`),
      whose: null,
      rules,
      recordHref: `${hrefs.detention}&event=${kind}#recorder-${id}`,
    })),
  ),
  ...ways.slice(-1).flatMap(({ id, steps }) =>
    steps.map(({ kind, rules }) => ({
      key: `${id} ${kind}`,
      strand: 'asylum' as const,
      title: asylum.t(`kind.${kind}`),
      whose: null,
      rules,
      recordHref: `${hrefs.asylum}&event=${kind}#record`,
    })),
  ),
  ...minors.flatMap(({ id, name, steps }) =>
    steps.map(({ kind, rules }) => ({
      key: `${id} ${kind}`,
      strand: 'guardianship' as const,
      title: minor.t(`kind.${kind}`),
      whose: minors.length > 1 ? name : null,
      rules,
      recordHref: `${hrefs.guardianship}&event=${kind}&person=${id}#record`,
    })),
  ),
]

/** The map: what may come next, by which law and how sure that is; nothing of it is counted. */
export const NextSteps = ({
  part,
  hrefs,
  labels,
  canEdit,
}: {
  part: ProcedurePart
  hrefs: PageHrefs
  labels: StoryLabels
  canEdit: boolean
}) => {
  const { t } = labels
  const steps = possible(part, labels, hrefs)
  if (steps.length === 0) return null
  const hasOneStrand = new Set(steps.map(({ strand }) => strand)).size < 2
  return (
    <section aria-labelledby="next-steps">
      <h3 id="next-steps">{t('next.title')}</h3>
      <p className="max-w-prose text-sm text-muted">{t('next.what')}</p>
      <ul className="mt-1">
        {steps.map(({ key, strand, title, whose, rules, recordHref }) => (
          <li
            key={key}
            className={classNames(
              'grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-hair py-1.5 sm:items-baseline',
              hasOneStrand ? null : 'sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]',
            )}
          >
            {hasOneStrand ? null : <StrandMark strand={strand} className="max-sm:col-span-2" />}
            <div className="min-w-0">
              <span className="font-semibold">{title}</span>
              {whose === null ? null : (
                <span className="ms-2 text-sm text-muted">
                  <bdi dir="auto" translate="no">
                    {whose}
                  </bdi>
                </span>
              )}
              <Law law={part.law.get(rules.join(' ')) ?? null} />
            </div>
            {canEdit ? (
              <InlineLink href={recordHref}>
                {t('next.record')}
                <span className="sr-only">: {title}</span>
              </InlineLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The rule that says something of a step, its article and how sure it is; a step without one has no line. */
const Law = ({ law }: { law: NonNullable<ReturnType<ProcedurePart['law']['get']>> | null }) => {
  const { t, said, article } = useDeadlineLabels()
  if (law === null) return null
  return (
    <span className="block text-sm text-muted">
      <Link className="text-link underline" href={`/deadlines/rules/${law.code}`}>
        {said(law.title)}
      </Link>
      {' · '}
      {law.article === null
        ? t(`status.${law.status}`)
        : t('explained.article', {
            article: article(law.article.text),
            status: t(`status.${law.article.status}`),
          })}
    </span>
  )
}
