import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { RowLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import type { ColleagueCard, TeamChoice } from '@/lib/accounts/account.view'
import { withdraw } from '@/lib/accounts/invitation.actions'
import { belongsToOffice } from '@/lib/accounts/invitation.rules'
import type { Role } from '@/lib/shared/roles'
import { AccountState } from './account-state'
import { InviteForm } from './invite-form'

export type OpenInvitation = { id: string; email: string; role: Role; office: string | null; until: Date }

/** With when they last signed in; null for never. */
type Colleague = ColleagueCard & { readonly lastSignIn: Date | null }

type People = {
  colleagues: readonly Colleague[]
  invitations: readonly OpenInvitation[]
  teams: readonly TeamChoice[]
}

export const PeoplePage = ({ colleagues, invitations, teams }: People) => {
  const t = useTranslations('accounts')
  const active = colleagues.filter((colleague) => colleague.active).length
  const officesOf = ({ offices, role }: ColleagueCard) =>
    // Admins and guests have none, which is no news.
    offices.length > 0 || !belongsToOffice(role) ? (
      offices.join(', ')
    ) : (
      <span className="text-muted">{t('people.noOffice')}</span>
    )
  return (
    <>
      <TabWords words={t('people.title')} />
      <h1>{t('people.title')}</h1>
      <p className="mt-1 text-muted">{t('people.sentence', { active, open: invitations.length })}</p>
      {/* On a phone the form is below all colleagues. */}
      <p className="mt-3 lg:hidden print:hidden">
        <a href="#invite" className={buttonClass('quiet')}>
          {t('invite.title')}
        </a>
      </p>
      <div className="mt-4 grid items-start gap-x-10 gap-y-7 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-7">
          <div className="pair-rows border-t border-edge">
            <Table
              caption={t('people.title')}
              columns={[
                { key: 'name', head: t('people.name'), cell: (row) => <ColleagueName colleague={row} /> },
                { key: 'role', head: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
                { key: 'offices', head: t('people.offices'), cell: officesOf },
                { key: 'last', head: t('people.last'), cell: (row) => <LastSignIn colleague={row} /> },
                // That an account works is what one expects: only what differs is said.
                ...(colleagues.every(isAsExpected)
                  ? []
                  : [
                      {
                        key: 'state',
                        head: t('people.state'),
                        cell: (row: Colleague) =>
                          isAsExpected(row) ? null : <AccountState colleague={row} />,
                      },
                    ]),
              ]}
              rows={colleagues}
              rowKey={({ id }) => id}
            />
          </div>
          {invitations.length > 0 ? <Waiting invitations={invitations} /> : null}
        </div>
        <div className="grid gap-7">
          <div id="invite" className="scroll-mt-20">
            <Section title={t('invite.title')}>
              <InviteForm teams={teams} />
            </Section>
          </div>
          <Section title={t('offices.title')}>
            <p>{teams.length === 0 ? t('offices.none') : teams.map(({ name }) => name).join(', ')}</p>
            <p>
              <RowLink href="/settings/offices">{t('offices.change')}</RowLink>
            </p>
          </Section>
        </div>
      </div>
    </>
  )
}

const isAsExpected = ({ active, isAwaited, isTried }: ColleagueCard): boolean =>
  active && !isAwaited && !isTried

/** On a phone no head says what day it is. */
const LastSignIn = ({ colleague: { lastSignIn } }: { colleague: Colleague }) => {
  const t = useTranslations('accounts.people')
  const locale = useLocale()
  return (
    <>
      <span className="sm:hidden">{t('lastOn')} </span>
      {lastSignIn === null ? (
        <span className="text-muted">{t('never')}</span>
      ) : (
        formatTime(locale, lastSignIn, 'shortInYears')
      )}
    </>
  )
}

const ColleagueName = ({ colleague: { id, name, isSelf } }: { colleague: ColleagueCard }) => {
  const t = useTranslations('accounts.people')
  return isSelf ? (
    <>
      <Link href="/accounts/me">{name}</Link> <span className="text-muted">({t('you')})</span>
    </>
  ) : (
    <Link href={`/accounts/${id}`}>{name}</Link>
  )
}

const Waiting = ({ invitations }: { invitations: readonly OpenInvitation[] }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  return (
    <Section title={t('waiting.title')}>
      <ul>
        {invitations.map(({ id, email, role, office, until }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-hair py-3 last:border-b-0"
          >
            <span className="min-w-0">
              <span className="block break-words font-semibold">{email}</span>
              <span className="text-sm text-muted">
                {[
                  t(`role.${role}`),
                  office,
                  t('waiting.until', { moment: formatTime(locale, until, 'moment') }),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </span>
            <ActionButton action={withdraw} input={{ invitationId: id }}>
              {t('waiting.withdraw')}
              <span className="sr-only"> {t('waiting.withdrawFor', { email })}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
