import { useLocale, useTranslations } from 'next-intl'
import { Tag, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { ShareState } from '@/lib/referrals/share.rules'
import type { ShareShown } from '@/lib/summaries/referral-page.data'
import { ShareClose } from './share-close'

const LOOK: Readonly<Record<ShareState, TagKind>> = {
  open: 'late',
  revoked: 'plain',
  taken_back: 'plain',
  file_over: 'plain',
  expired: 'plain',
  locked: 'danger',
  used_up: 'done',
  no_consent: 'danger',
}

/** The links of a referral: until when each opens, how it stands, and every time it was opened. */
export const Shares = ({ shares, canEdit }: { shares: readonly ShareShown[]; canEdit: boolean }) => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  if (shares.length === 0) return null
  const moment = (at: Date) => formatTime(locale, at, 'moment')
  return (
    <section aria-label={t('share.title')} className="mt-3">
      <h4 className="font-sans text-base font-semibold">{t('share.title')}</h4>
      <ul className="mt-1 grid gap-3">
        {shares.map(
          ({ id, caseId, state, by, createdAt, expiresAt, openings, maxOpenings, tries, revokedBy }) => (
            <li key={id} className="border-s-2 border-hair ps-3">
              <p>
                <Tag kind={LOOK[state]}>{t(`share.state.${state}`)}</Tag>
              </p>
              <p>
                {openings.length === 0
                  ? t('share.never')
                  : t('share.opened', {
                      count: openings.length,
                      of: maxOpenings,
                      when: openings.map(moment).join('; '),
                    })}
              </p>
              {tries === 0 ? null : <p className="text-danger">{t('share.missed', { count: tries })}</p>}
              <p className="text-sm text-muted">
                {t('share.madeBy', {
                  name: by,
                  on: formatTime(locale, createdAt, 'day'),
                  until: moment(expiresAt),
                })}
                {revokedBy === null ? '' : `. ${t('share.closedBy', { name: revokedBy })}`}
              </p>
              {canEdit && (state === 'open' || state === 'no_consent') ? (
                <ShareClose caseId={caseId} shareId={id} made={formatTime(locale, createdAt, 'moment')} />
              ) : null}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
