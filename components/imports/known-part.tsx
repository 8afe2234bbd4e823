import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Card } from '@/components/ui/card'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { decideRow } from '@/lib/imports/import.actions'
import { DECISIONS } from '@/lib/imports/import.rules'
import type { ImportData } from '@/lib/imports/imports-page.data'
import type { Match } from '@/lib/imports/match.data'
import { LookForKnown } from './look-for-known'

/** Rows that could be someone known: said beside, decided by anyone who likes to; nothing waits for it. */
export const KnownPart = ({ data: { one, matches, page, pageSize } }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const isLast = page * pageSize >= matches.total
  return (
    <section aria-labelledby="known" className="grid gap-3">
      <h2 id="known">{t('known.title')}</h2>
      <p className="max-w-prose text-muted">
        {t('known.asked', { done: one.askedTo, all: one.rows })}{' '}
        {matches.total === 0
          ? t('known.none')
          : t('known.found', { count: matches.total, open: matches.open })}{' '}
        {matches.total === 0 ? '' : t('known.what')}
      </p>
      {one.askedTo < one.rows ? <LookForKnown importId={one.id} start={one.askedTo} rows={one.rows} /> : null}
      {matches.matches.length === 0 ? null : (
        <Card tight>
          <ul>
            {matches.matches.map((match) => (
              <Row key={match.line} importId={one.id} match={match} />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        next={isLast ? null : `/imports/${one.id}?page=${page + 1}`}
        first={page > 1 ? `/imports/${one.id}` : null}
      />
    </section>
  )
}

const Row = ({ importId, match }: { importId: string; match: Match }) => {
  const t = useTranslations('imports')
  const { line, name, born, nationality, twin, people, decision } = match
  return (
    <li className="grid gap-2 border-t border-hair py-3 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong dir="auto" className="wrap-anywhere">
          {t('known.row', { line, name })}
        </strong>
        <bdi className="text-sm text-muted">
          {[born, nationality].filter((part) => part !== '').join(' · ')}
        </bdi>
        {decision === null ? null : <Tag kind="done">{t(`known.decided.${decision}`)}</Tag>}
      </p>
      <ul className="text-sm">
        {twin === null ? null : <li>{t('known.sameRow', { line: twin })}</li>}
        {people.map((person) => (
          <li key={person.caseId}>
            <a href={`/cases/${person.code}?file=${person.caseId}`} target="_blank" rel="noreferrer">
              {t('known.file', { code: person.code, initials: person.initials })}
            </a>
            {': '}
            {[
              t(person.isSameName ? 'known.sameName' : 'known.nearName'),
              ...(person.isSameNationality ? [t('known.sameNationality')] : []),
              ...(person.isSamePlace ? [t('known.samePlace')] : []),
            ].join(', ')}
          </li>
        ))}
        {twin === null && people.length === 0 ? <li>{t('known.gone')}</li> : null}
      </ul>
      <div className="flex flex-wrap gap-2">
        {DECISIONS.codes
          .filter((one) => one !== decision)
          .map((one) => (
            <ActionButton key={one} action={decideRow} input={{ importId, line, decision: one }}>
              {t(`known.decide.${one}`)}
            </ActionButton>
          ))}
      </div>
    </li>
  )
}
