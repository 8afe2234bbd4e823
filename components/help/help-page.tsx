import { useTranslations } from 'next-intl'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { Link } from '@/components/ui/link'
import { RowLink } from '@/components/ui/text-link'
import type { Role } from '@/lib/shared/roles'
import { roomsFor } from './rooms'

const MORE = [
  { key: 'words', href: '/help/words' },
  { key: 'news', href: '/help/news' },
  { key: 'accessibility', href: '/help/accessibility' },
] as const

/** All help of a role: by page, then what is about the application as a whole. */
export const HelpPage = ({ role }: { role: Role }) => {
  const t = useTranslations('help')
  const guide = useTranslations('guide')
  const name = usePageName()
  // What several pages lead to is told at the first of them.
  const told = new Set<string>()
  const rooms = roomsFor(role).map(({ key, guides }) => {
    const own = guides.filter((one) => !told.has(one))
    for (const one of own) told.add(one)
    return { key, guides: own }
  })
  return (
    <>
      <PageTitle title={t('open')}>{guide('lead')}</PageTitle>
      <div className="grid max-w-5xl gap-x-10 gap-y-7 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <section aria-labelledby="rooms">
          <h2 id="rooms" className="border-b border-edge pb-1">
            {guide('rooms')}
          </h2>
          <ul>
            {rooms.map(({ key, guides }) => (
              <li key={key} className="border-b border-hair">
                <Link
                  href={`/help/${key}`}
                  className="grid min-h-11 content-center py-1 no-underline hover:bg-sunken sm:py-1.5"
                >
                  <span className="font-semibold text-link underline">{t(`room.${key}`)}</span>
                  {guides.length === 0 ? null : (
                    <span className="text-sm text-muted">
                      {guides.map((one) => t(`guide.${one}`)).join(' ·\u00a0')}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="more">
          <h2 id="more" className="border-b border-edge pb-1">
            {guide('more')}
          </h2>
          <ul>
            {MORE.map(({ key, href }) => (
              <li key={key}>
                <RowLink href={href}>{name(key)}</RowLink>
              </li>
            ))}
          </ul>
          <h2 className="mt-6 border-b border-edge pb-1">{t('stuck')}</h2>
          <p className="pt-2">{t(`who.${role}`)}</p>
        </section>
      </div>
    </>
  )
}
