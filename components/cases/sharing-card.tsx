import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Sharing } from '@/lib/cases/sharing.data'

const KINDS = ['support', 'cover', 'circle', 'guest'] as const

/** Everybody who can open a file, in one list of names with why. */
export const useWhoCanSee = () => {
  const t = useTranslations('cases')
  const locale = useLocale()
  return (sharing: Sharing): string[] => [
    t('sharing.worker', { name: sharing.worker }),
    ...sharing.coordinators.map((name) => t('sharing.coordinator', { name })),
    ...sharing.members.map(({ name, kind, until }) => {
      const role = t(`sharing.member.${KINDS.find((one) => one === kind) ?? 'support'}`, { name })
      return until === null ? role : t('sharing.until', { role, until: formatTime(locale, until, 'moment') })
    }),
  ]
}

/** Who can see this file, beside the timeline. */
export const SharingCard = ({ sharing, href }: { sharing: Sharing; href: string }) => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const who = useWhoCanSee()(sharing)
  return (
    <div className="text-sm">
      <h2 className="text-h3">{t('sharing.title')}</h2>
      <p className="mt-1">{format.list(who)}</p>
      <p className="mt-1.5 text-muted">
        {t('sharing.opened', { times: sharing.opened })}{' '}
        {sharing.opened === 0 ? null : (
          <Link href={href} prefetch={false} className="inline-block py-1">
            {t('sharing.why')}
          </Link>
        )}
      </p>
    </div>
  )
}
