import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { mistakePath } from '@/lib/countries/address.rules'
import type { MistakeSubject } from '@/lib/countries/mistake.rules'

/** Leads to where one says what is wrong in a row. `name` tells one such link of a list from the next. */
export const MistakeLink = ({
  country,
  about,
  slug,
  name,
}: {
  country: string
  about: MistakeSubject
  slug: string
  name: string
}) => {
  const t = useTranslations('countries.mistakes')
  return (
    <Link
      href={mistakePath(country, about, slug)}
      className="inline-flex min-h-11 items-center text-sm sm:min-h-8 print:hidden"
    >
      {t('report')}
      <span className="sr-only">: {name}</span>
    </Link>
  )
}
