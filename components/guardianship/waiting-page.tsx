import { useLocale } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Term } from '@/components/layout/term'
import { usePersonLabels } from '@/components/people/person-labels'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { labelIn } from '@/lib/cases/word.view'
import type { Waiting } from '@/lib/guardianship/waiting.data'
import { useGuardianshipLabels } from './guardianship-labels'

type Line = Waiting['lines'][number]
const hrefOf = ({ code, id }: { readonly code: string; readonly id: string }): string =>
  `/cases/${code}/guardianship?file=${id}`

const FileLink = ({ file }: { file: { readonly code: string; readonly id: string } }) => (
  <Link
    href={hrefOf(file)}
    className="num inline-flex min-h-11 items-center font-semibold whitespace-nowrap sm:min-h-8"
  >
    {file.code}
  </Link>
)

/** Minors without a guardian, the longest waiting first, by codes and without names; then who is guardian of the others. */
export const WaitingPage = ({ lines, missing, guardians, hasMore, words }: Waiting) => {
  const lists = useGuardianshipLabels(words)
  const { t } = lists
  const columns = useColumns(lists)
  return (
    <>
      <PageTitle title={t('list.title')}>
        <p className="font-semibold text-ink">{t('list.found', { count: lines.length })}</p>
        <p>{t('list.what')}</p>
      </PageTitle>
      {missing.length === 0 ? null : (
        <Card as="section" label={t('list.missing')} className="mb-6">
          <h2>{t('list.missing')}</h2>
          <ul className="flex flex-wrap gap-x-5">
            {missing.map(({ file, personId }) => (
              <li key={`${file.id}${personId}`}>
                <Tag kind="danger">{t('kind.missing')}</Tag> <FileLink file={file} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyWhat')}</EmptyState>
      ) : (
        <Table
          caption={t('list.title')}
          columns={columns}
          rows={lines}
          rowKey={({ file, personId }) => `${file.id}${personId}`}
        />
      )}
      {hasMore ? <p className="mt-4 text-muted">{t('list.more', { count: lines.length })}</p> : null}
      {guardians.length === 0 ? null : (
        <section aria-labelledby="guardians" className="mt-8">
          <h2 id="guardians">
            <Term of="guardian">{t('list.guardians')}</Term>
          </h2>
          <p className="max-w-prose text-muted">{t('list.guardiansWhat')}</p>
          <ul className="mt-2 grid gap-2">
            {guardians.map(({ who, service, files }) => (
              <li key={who} className="border-t border-hair py-2">
                <strong dir="auto" className="wrap-anywhere">
                  {who}
                </strong>{' '}
                <span dir="auto" className="text-muted">
                  {service}
                </span>
                <span className="block">
                  {t('list.minors', { count: files.length })}{' '}
                  {files.map((file) => (
                    <span key={file.id} className="me-3">
                      <FileLink file={file} />
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const useColumns = ({
  t,
  words,
  date,
}: ReturnType<typeof useGuardianshipLabels>): readonly Column<Line>[] => {
  const people = usePersonLabels()
  const locale = useLocale()
  return [
    { key: 'file', head: t('list.file'), cell: ({ file }) => <FileLink file={file} /> },
    {
      key: 'days',
      head: t('list.days'),
      cell: ({ wait, current }) =>
        wait === null ? (
          <Tag kind="late">{current.waitsSince === null ? t('list.notReported') : t('waitsSometime')}</Tag>
        ) : (
          <Tag kind={wait.alarm === null ? 'plain' : 'late'}>{t('list.waits', { days: wait.days })}</Tag>
        ),
    },
    { key: 'state', head: t('list.state'), cell: ({ current }) => t(`state.${current.state}`) },
    {
      key: 'age',
      head: t('list.age'),
      cell: ({ ageClaims }) => ageClaims.map(people.age).join(' · '),
    },
    {
      key: 'where',
      head: t('list.where'),
      cell: ({ current, place }) =>
        [
          place === null ? null : labelIn(place, locale),
          current.placed?.form ? words.of('care_arrangement', current.placed.form) : null,
        ]
          .filter((one) => one !== null)
          .join(' · ') || t('list.whereUnknown'),
    },
    {
      key: 'next',
      head: t('list.next'),
      cell: ({ nextOn }) => (nextOn === null ? '' : date(nextOn)),
    },
    { key: 'worker', head: t('list.worker'), cell: ({ file }) => file.worker },
  ]
}
