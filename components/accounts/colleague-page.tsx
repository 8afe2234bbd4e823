import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-words'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { AccreditationLine, ColleagueSheet, TeamChoice } from '@/lib/accounts/account.view'
import { deactivate, endSessionsOfColleague, reactivate } from '@/lib/accounts/administration.actions'
import { AccreditationForm } from './accreditation-form'
import { RoleForm } from './role-form'

type Colleague = {
  colleague: ColleagueSheet
  teams: readonly TeamChoice[]
  centres: readonly { id: string; name: string }[]
}

export const ColleaguePage = ({ colleague, teams, centres }: Colleague) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  return (
    <>
      <p data-print="no">
        <Link prefetch={false} href="/accounts">
          {t('colleague.back')}
        </Link>
      </p>
      <TabWords words={t('people.title')} />
      <h1 className="mt-2 flex flex-wrap items-center gap-3">
        {colleague.name}
        {colleague.active ? <Tag kind="done">{t('people.active')}</Tag> : <Tag>{t('people.off')}</Tag>}
      </h1>
      <p className="mt-1 text-muted">
        {[
          t(`role.${colleague.role}`),
          ...colleague.offices,
          t('colleague.since', { day: formatTime(locale, colleague.since, 'day') }),
        ].join(' · ')}
      </p>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <section aria-labelledby="accreditations">
          <h2 id="accreditations">{t('colleague.accreditations')}</h2>
          <Card className="mt-3">
            <Accreditations lines={colleague.accreditations} />
            <h3 className="mt-6 mb-3">{t('colleague.addAccreditation')}</h3>
            <AccreditationForm staffId={colleague.id} centres={centres} />
          </Card>
        </section>
        <div className="grid gap-6">
          <section aria-labelledby="role">
            <h2 id="role">{t('colleague.roleTitle')}</h2>
            <Card className="mt-3">
              <p className="mb-4 text-sm text-muted">{t('colleague.roleHint')}</p>
              <RoleForm colleague={colleague} teams={teams} />
            </Card>
          </section>
          <section aria-labelledby="access">
            <h2 id="access">{t('colleague.accessTitle')}</h2>
            <Card className="mt-3 grid gap-5">
              {colleague.active ? <SwitchOff colleague={colleague} /> : <SwitchOn colleague={colleague} />}
            </Card>
          </section>
        </div>
      </div>
    </>
  )
}

const TAGS = { holds: 'done', over: 'late', later: 'info' } as const

const Accreditations = ({ lines }: { lines: readonly AccreditationLine[] }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  if (lines.length === 0) return <p className="text-muted">{t('colleague.noAccreditation')}</p>
  return (
    <ul>
      {lines.map(({ id, centre, from, until, note, state }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-hair py-2.5"
        >
          <span className="min-w-0">
            <span className="font-semibold">{centre}</span>
            <span className="block text-sm text-muted">
              {formatTime(locale, from, 'day')} – {formatTime(locale, until, 'day')}
            </span>
            {note === null ? null : <span className="block text-sm">{note}</span>}
          </span>
          <Tag kind={TAGS[state]}>{t(`badge.${state}`)}</Tag>
        </li>
      ))}
    </ul>
  )
}

const SwitchOff = ({ colleague: { id, version } }: { colleague: ColleagueSheet }) => {
  const t = useTranslations('accounts.colleague')
  return (
    <>
      <div>
        <p className="mb-2 text-sm text-muted">{t('endSessionsHint')}</p>
        <ActionButton action={endSessionsOfColleague} input={{ staffId: id }} size="normal">
          {t('endSessions')}
        </ActionButton>
      </div>
      <div>
        <p className="mb-2 text-sm text-muted">{t('deactivateHint')}</p>
        <ActionButton action={deactivate} input={{ staffId: id, version }} kind="danger" size="normal">
          {t('deactivate')}
        </ActionButton>
      </div>
    </>
  )
}

const SwitchOn = ({ colleague: { id, version } }: { colleague: ColleagueSheet }) => {
  const t = useTranslations('accounts.colleague')
  return (
    <div>
      <p className="mb-2 text-sm text-muted">{t('reactivateHint')}</p>
      <ActionButton action={reactivate} input={{ staffId: id, version }} size="normal">
        {t('reactivate')}
      </ActionButton>
    </div>
  )
}
