import { useTranslations } from 'next-intl'
import { BEYOND, type BeyondKey, PLACES, type PlaceKey } from './places'

/** How a page is called wherever it is led to. */
export const usePageName = (): ((key: PlaceKey | BeyondKey) => string) => {
  const t = useTranslations('menu')
  return (key) => {
    const beyond = BEYOND.find((page) => page.key === key)
    const place = PLACES.find((page) => page.key === key)
    return beyond ? t(`page.${beyond.key}`) : place ? t(`place.${place.key}`) : ''
  }
}
