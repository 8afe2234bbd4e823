import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { LOCALE_NAMES } from '@/lib/i18n/locales'
import { revokeIncomingLink } from '@/lib/incoming/link.actions'
import type { IncomingLinks } from '@/lib/incoming/link.data'
import { LinkForm } from './link-form'

/** On the page of a partner: its links to the offices that the reader leads, what came by each, and a new one. */
export const LinkSection = ({
  partnerId,
  links,
  offices,
  isOffered,
}: IncomingLinks & { readonly partnerId: string; readonly isOffered: boolean }) => {
  const t = useTranslations('incoming.link')
  const locale = useLocale()
  return (
    <Section title={t('title')}>
      <p className="text-sm text-muted">{t('what')}</p>
      {links.length === 0 ? null : (
        <ul className="mt-2 grid gap-3">
          {links.map((link) => (
            <li key={link.id} className="border-s-2 border-hair ps-3">
              <p className="flex flex-wrap items-center gap-2">
                <Tag kind={link.state === 'open' ? 'late' : 'plain'}>{t(`state.${link.state}`)}</Tag>
                <span>
                  {t('leads', {
                    team: link.team,
                    language: LOCALE_NAMES[link.locale],
                    count: link.aDay,
                    until: formatTime(locale, link.expiresAt, 'day'),
                  })}
                </span>
              </p>
              <p>
                {link.lastUsedAt === null
                  ? t('never')
                  : t('came', { count: link.came, when: formatTime(locale, link.lastUsedAt, 'moment') })}
              </p>
              <p className="text-sm text-muted">
                {t('madeBy', { name: link.by, on: formatTime(locale, link.createdAt, 'day') })}
                {link.revokedBy === null ? '' : `. ${t('revokedBy', { name: link.revokedBy })}`}
              </p>
              {link.state === 'open' ? (
                <ActionButton
                  action={revokeIncomingLink}
                  input={{ partnerId: link.partnerId, linkId: link.id }}
                  confirmation={t('revoked')}
                >
                  {t('revoke')}
                  <span className="sr-only">: {formatTime(locale, link.createdAt, 'moment')}</span>
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {isOffered && offices.length > 0 ? (
        <Fold label={t('new')}>
          <LinkForm partnerId={partnerId} offices={offices} />
        </Fold>
      ) : null}
    </Section>
  )
}
