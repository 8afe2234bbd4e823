import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Term } from '@/components/layout/term'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { endMembership } from '@/lib/circles/member.actions'
import type { MembersPart } from '@/lib/circles/members-part.data'
import { MemberForm } from './member-form'
import { UnsealForm } from './unseal-form'
import { WordsList } from './words-list'

/** The named members of a file, what its circle is asked, and the forms to name one or to unseal. */
export const MembersCard = ({
  caseId,
  secrecy,
  part: { members, words, nameable, isAsked },
  me,
  canEdit,
  canInvite,
}: {
  caseId: string
  secrecy: string
  part: MembersPart
  me: string
  canEdit: boolean
  canInvite: boolean
}) => {
  const t = useTranslations('circles')
  const locale = useLocale()
  const lasting = new Set(members.filter(({ until }) => until === null).map(({ staffId }) => staffId))
  return (
    <Card as="section" label={t('member.title')}>
      <h2>
        <Term of="restricted">{t('member.title')}</Term>
      </h2>
      {secrecy !== 'open' && lasting.size < 2 ? (
        <div className="mt-3">
          <Notice kind="late" title={t('member.second')}>
            <p>{t('member.secondWhat')}</p>
          </Notice>
        </div>
      ) : null}
      {members.length === 0 ? <p className="mt-2 text-muted">{t('member.none')}</p> : null}
      <ul>
        {members.map(({ id, staffId, name, kind, isPrivileged, until, version }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-hair py-2.5 first:border-t-0"
          >
            <span className="font-semibold wrap-anywhere">{name}</span>
            <span className="text-muted">
              {[
                t(`member.kind.${kind}`),
                ...(until === null ? [] : [t('guest.until', { until: formatTime(locale, until, 'moment') })]),
              ].join(' · ')}
            </span>
            {isPrivileged ? <Tag kind="sealed">{t('member.privileged')}</Tag> : null}
            {canEdit && (canInvite || staffId === me) ? (
              <span className="print:hidden">
                <ActionButton action={endMembership} input={{ caseId, memberId: id, version }} kind="plain">
                  {t(staffId === me ? 'member.leave' : 'member.end')}
                  <span className="sr-only">: {name}</span>
                </ActionButton>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {words.length > 0 ? (
        <section aria-labelledby="words" className="mt-4">
          <h3 id="words">{t('word.title')}</h3>
          <WordsList words={words} withCode={false} />
        </section>
      ) : null}
      {canEdit && (canInvite || isAsked) ? (
        <Fold label={t('member.add')}>
          <MemberForm caseId={caseId} nameable={nameable} isAsked={isAsked} />
        </Fold>
      ) : null}
      {canEdit && secrecy === 'sealed' ? (
        <Fold label={t('unseal.title')}>
          <UnsealForm caseId={caseId} />
        </Fold>
      ) : null}
    </Card>
  )
}
