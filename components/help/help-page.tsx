import { useTranslations } from 'next-intl'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { LinkList } from '@/components/ui/link-list'
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
  return (
    <>
      <PageTitle title={t('open')}>{guide('lead')}</PageTitle>
      <div className="grid max-w-4xl gap-8 sm:grid-cols-2">
        <section aria-labelledby="rooms">
          <h2 id="rooms" className="border-b border-edge pb-1">
            {guide('rooms')}
          </h2>
          <LinkList
            links={roomsFor(role).map(({ key }) => ({ key, href: `/help/${key}`, text: t(`room.${key}`) }))}
          />
        </section>
        <section aria-labelledby="more">
          <h2 id="more" className="border-b border-edge pb-1">
            {guide('more')}
          </h2>
          <LinkList links={MORE.map(({ key, href }) => ({ key, href, text: name(key) }))} />
          <h2 className="mt-6 border-b border-edge pb-1">{t('stuck')}</h2>
          <p className="pt-2">{t(`who.${role}`)}</p>
        </section>
      </div>
    </>
  )
}
