import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Listed } from '@/components/layout/menu'
import { usePageName } from '@/components/layout/page-name'
import { PageTitle } from '@/components/layout/page-title'
import { type DirectoryKey, isListed } from '@/components/layout/places'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/** An entry of the menu that leads to several pages: each by its name, and what is done there. */
export const DirectoryPage = ({
  of,
  pages,
  heading,
  children,
}: {
  of: DirectoryKey
  pages: readonly Listed[]
  /** What is found here, in the place of the name of the entry. */
  heading?: string
  /** What comes before the pages. */
  children?: ReactNode
}) => {
  const t = useTranslations('menu')
  const nameOf = usePageName()
  return (
    <>
      <PageTitle title={t(`place.${of}`)} {...(heading === undefined ? {} : { heading })}>
        {t(`lead.${of}`)}
      </PageTitle>
      {children}
      <ul className="border-t border-edge">
        {pages.map(({ key, href }) => (
          <li key={key} className="border-b border-hair">
            <Link
              href={href}
              className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1.5 no-underline hover:bg-sunken sm:min-h-10 sm:grid-cols-[15rem_minmax(0,1fr)_auto]"
            >
              <span className="font-semibold">{nameOf(key)}</span>
              <span className="text-dense text-muted max-sm:row-start-2">
                {isListed(key) ? t(`what.${key}`) : null}
              </span>
              <Icon name="forward" className="size-4.5 text-muted max-sm:row-span-2 max-sm:row-start-1" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
