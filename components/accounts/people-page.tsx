import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { TabWords } from '@/components/layout/tab-labels'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { formatTime } from '@/components/ui/time'
import type { ColleagueCard, TeamChoice } from '@/lib/accounts/account.view'
import { withdraw } from '@/lib/accounts/invitation.actions'
import type { Role } from '@/lib/shared/roles'
import { AccountState } from './account-state'
import { InviteForm } from './invite-form'
import { Part } from './part'

export type OpenInvitation = { id: string; email: string; role: Role; office: string | null; until: Date }

type People = {
  colleagues: readonly ColleagueCard[]
  invitations: readonly OpenInvitation[]
  teams: readonly TeamChoice[]
}

export const PeoplePage = ({ colleagues, invitations, teams }: People) => {
  const t = useTranslations('accounts')
  const active = colleagues.filter((colleague) => colleague.active).length
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
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-6">
          <Card tight>
            <div className="pair-rows">
              <Table
                caption={t('people.title')}
                columns={[
                  { key: 'name', head: t('people.name'), cell: (row) => <ColleagueName colleague={row} /> },
                  { key: 'role', head: t('people.role'), cell: ({ role }) => t(`role.${role}`) },
                  {
                    key: 'offices',
                    head: t('people.offices'),
                    cell: ({ offices }) =>
                      offices.length > 0 ? (
                        offices.join(', ')
                      ) : (
                        <span className="text-muted">{t('people.noOffice')}</span>
                      ),
                  },
                  {
                    key: 'state',
                    head: t('people.state'),
                    // That an account works is what one expects: only what differs is said.
                    cell: (row) =>
                      row.active && !row.isAwaited && !row.isTried ? null : <AccountState colleague={row} />,
                  },
                ]}
                rows={colleagues}
                rowKey={({ id }) => id}
              />
            </div>
          </Card>
          {invitations.length > 0 ? <Waiting invitations={invitations} /> : null}
        </div>
        <div className="grid gap-6">
          <Part id="invite" title={t('invite.title')}>
            <InviteForm teams={teams} />
          </Part>
          <Part id="offices" title={t('offices.title')}>
            {teams.length === 0 ? (
              <p className="mb-4">{t('offices.none')}</p>
            ) : (
              <ul className="mb-4">
                {teams.map(({ id, name }) => (
                  <li key={id} className="border-b border-hair py-1.5">
                    {name}
                  </li>
                ))}
              </ul>
            )}
            <p>
              <Link href="/settings/offices">{t('offices.change')}</Link>
            </p>
          </Part>
        </div>
      </div>
    </>
  )
}

// As high as a finger on a phone, on the line of its row elsewhere.
const NAME = 'inline-flex min-h-11 items-center sm:min-h-0'

const ColleagueName = ({ colleague: { id, name, isSelf } }: { colleague: ColleagueCard }) => {
  const t = useTranslations('accounts.people')
  return isSelf ? (
    <>
      <Link href="/accounts/me" className={NAME}>
        {name}
      </Link>{' '}
      <span className="text-muted">({t('you')})</span>
    </>
  ) : (
    <Link href={`/accounts/${id}`} className={NAME}>
      {name}
    </Link>
  )
}

const Waiting = ({ invitations }: { invitations: readonly OpenInvitation[] }) => {
  const t = useTranslations('accounts')
  const locale = useLocale()
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      <Card tight className="mt-3">
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
      </Card>
    </section>
  )
}
