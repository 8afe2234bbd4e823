import { useTranslations } from 'next-intl'
import { TabTitle } from './tab-title'

/** The words in the tab, for a page that draws its own heading. Never a person's name. */
export const TabWords = ({ words }: { words: string }) => {
  const t = useTranslations('common')
  return <TabTitle text={`${words} · ${t('name')}`} />
}
