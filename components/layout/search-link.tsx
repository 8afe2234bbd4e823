import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'

/**
 * The way to find a person, a page or a fact, on every page: it looks like the line that it opens. As soon as its script is there, a
 * press and Ctrl K open it over the page (palette-keys), with the pages that the role may open; before that, and without script, it is
 * a link.
 */
export const SearchLink = ({ pages, canFind }: { pages: readonly string[]; canFind: boolean }) => {
  const t = useTranslations('layout')
  return (
    <Link
      href={canFind ? '/people/search' : '/countries/be/facts'}
      data-search={pages.join(' ')}
      title={t('searchHint')}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-10 min-w-0 grow items-center gap-2 rounded border border-edge bg-surface ps-3 pe-2 text-dense text-muted no-underline hover:border-accent max-lg:me-1 max-lg:ps-2.5 lg:h-9.5 lg:max-w-130"
    >
      <Icon name="search" className="size-4.5 shrink-0" />
      {/* A phone has room for one word. */}
      <span aria-hidden="true" className="min-w-0 grow truncate lg:hidden">
        {t('searchShort')}
      </span>
      <span className="min-w-0 grow truncate max-lg:sr-only">{t('search')}</span>
      <span
        aria-hidden="true"
        className="rounded-sm border border-hair bg-sunken px-1.5 font-sans text-sm whitespace-nowrap max-lg:hidden"
      >
        {t('searchKeys')}
      </span>
    </Link>
  )
}
