import { useLocale, useTranslations } from 'next-intl'
import { ShownPeople } from '@/components/people/shown-people'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatTime, Time } from '@/components/ui/time'
import { isSecretKind } from '@/lib/cases/case.rules'
import { toWords } from '@/lib/cases/word.view'
import type { DueFile, OfficeDue } from '@/lib/rights/retention.data'
import { type Rule, ruleFor } from '@/lib/rights/retention.rules'
import type { RightsRead } from '@/lib/rights/rights-page.data'
import { AskForm } from './ask-form'
import { RuleForm } from './rule-form'

const LOOK = { due: 'late', soon: 'plain', held: 'late', asked: 'info' } as const

/** Which files fall due by which rule, and what stands in the way; several are proposed in one go. */
export const RetentionCard = ({
  data: { due, people, offices, rules, words },
  canRule,
}: {
  data: RightsRead
  canRule: boolean
}) => {
  const t = useTranslations('rights')
  const locale = useLocale()
  const kinds = toWords(words, locale)
  const options = kinds.options('case_kind')
  const ready = due.files.filter(({ state }) => state === 'due')
  const files: Column<DueFile>[] = [
    {
      key: 'code',
      head: t('due.file'),
      cell: ({ id, code }) => (
        <Link
          href={`/cases/${code}/rights?file=${id}`}
          className="inline-flex min-h-11 items-center gap-x-2 sm:min-h-8"
        >
          <span className="font-semibold">
            <ShownPeople people={people.get(id)} />
          </span>
          <span className="code text-sm">{code}</span>
        </Link>
      ),
    },
    {
      key: 'kind',
      head: t('list.kind'),
      cell: ({ kind }) => (isSecretKind(kind) ? '' : kinds.of('case_kind', kind)),
    },
    { key: 'closed', head: t('due.closed'), cell: ({ closedOn }) => <Time at={closedOn} /> },
    { key: 'due', head: t('due.on'), cell: ({ dueOn }) => <Time at={dueOn} /> },
    {
      key: 'state',
      head: t('due.state'),
      cell: ({ state }) => <Tag kind={LOOK[state]}>{t(`due.is.${state}`)}</Tag>,
    },
  ]
  const byRule: Column<Rule>[] = [
    { key: 'kind', head: t('list.kind'), cell: ({ kind }) => kinds.of('case_kind', kind) },
    { key: 'years', head: t('rule.years'), isNumber: true, cell: ({ years }) => years },
    {
      key: 'source',
      head: t('rule.source'),
      cell: ({ source, setOn }) =>
        setOn === null ? t('rule.default') : `${source} (${formatTime(locale, setOn, 'day')})`,
    },
  ]
  const byOffice: Column<OfficeDue>[] = [
    { key: 'office', head: t('due.office'), cell: ({ office }) => office },
    { key: 'due', head: t('due.is.due'), isNumber: true, cell: (row) => row.due },
    { key: 'held', head: t('due.is.held'), isNumber: true, cell: (row) => row.held },
  ]
  return (
    <>
      <section aria-labelledby="due">
        <h2 id="due">{t('due.title')}</h2>
        <p className="mt-1 max-w-prose text-muted">{t(canRule ? 'due.whatAdmin' : 'due.what')}</p>
        {canRule ? (
          <Table
            isDense
            caption={t('due.title')}
            columns={byOffice}
            rows={offices}
            rowKey={({ office }) => office}
          />
        ) : due.files.length === 0 ? (
          <p className="mt-2">{t('due.none')}</p>
        ) : (
          <Table caption={t('due.title')} columns={files} rows={due.files} rowKey={({ id }) => id} isDense />
        )}
        {due.more ? <p className="mt-2 text-muted">{t('due.more')}</p> : null}
        {ready.length === 0 ? null : (
          <Fold label={t('due.ask')}>
            <AskForm
              caseIds={[]}
              files={ready.map(({ id, code, kind, dueOn }) => ({
                value: id,
                label: code,
                hint: [
                  ...(isSecretKind(kind) ? [] : [kinds.of('case_kind', kind)]),
                  formatTime(locale, dueOn, 'day'),
                ].join(' · '),
              }))}
            />
          </Fold>
        )}
      </section>
      <Card as="section" label={t('rule.title')}>
        <h2>{t('rule.title')}</h2>
        <p className="mt-1 max-w-prose text-muted">{t('rule.what')}</p>
        <Table
          caption={t('rule.title')}
          isDense
          columns={byRule}
          rows={options.map(({ value }) => ruleFor(rules, value))}
          rowKey={({ kind }) => kind}
        />
        {canRule ? (
          <Fold label={t('rule.save')}>
            <RuleForm kinds={options} />
          </Fold>
        ) : null}
      </Card>
    </>
  )
}
