import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { Folds } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { endMembership } from '@/lib/circles/member.actions'
import type { MembersPart } from '@/lib/circles/members-part.data'
import { MemberForm } from './member-form'
import { UnsealForm } from './unseal-form'
import { WordsList } from './words-list'

/** Of a colleague who was given access by name: what else they may read, and how that ends. */
export const MemberAccess = ({
  caseId,
  members,
  me,
  canEdit,
  canInvite,
}: {
  caseId: string
  /** The ways in which one colleague was given access. */
  members: MembersPart['members']
  me: string
  canEdit: boolean
  canInvite: boolean
}) => {
  const t = useTranslations('circles.member')
  return members.map(({ id, staffId, name, isPrivileged, version }) => (
    <span key={id} className="inline-flex flex-wrap items-center gap-x-3">
      {isPrivileged ? <Tag kind="sealed">{t('privileged')}</Tag> : null}
      {canEdit && (canInvite || staffId === me) ? (
        <span className="print:hidden">
          <ActionButton action={endMembership} input={{ caseId, memberId: id, version }} kind="plain">
            {t(staffId === me ? 'leave' : 'end')}
            <span className="sr-only">: {name}</span>
          </ActionButton>
        </span>
      ) : null}
    </span>
  ))
}

/** What the circle of a file lacks or is asked, and the forms to name a colleague or to unseal. */
export const MembersMore = ({
  caseId,
  secrecy,
  part: { members, words, nameable, isAsked },
  canEdit,
  canInvite,
}: {
  caseId: string
  secrecy: string
  part: MembersPart
  canEdit: boolean
  canInvite: boolean
}) => {
  const t = useTranslations('circles')
  const lasting = new Set(members.filter(({ until }) => until === null).map(({ staffId }) => staffId))
  return (
    <>
      {secrecy !== 'open' && lasting.size < 2 ? (
        <div className="mt-3">
          <Notice kind="late" title={t('member.second')}>
            <p>{t('member.secondWhat')}</p>
          </Notice>
        </div>
      ) : null}
      {words.length > 0 ? (
        <section aria-labelledby="words" className="mt-4">
          <h3 id="words">{t('word.title')}</h3>
          <WordsList words={words} withCode={false} />
        </section>
      ) : null}
      <Folds>
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
      </Folds>
    </>
  )
}
