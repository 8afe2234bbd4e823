import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

export const LAPTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

/** Where pictures are written: small WebP files, so that the folder stays small. */
const FOLDER = 'docs/screens'

/** The browser itself makes a WebP of what it shows. */
const toWebp = async (page: Page, png: Buffer): Promise<Buffer> => {
  const blank = await page.context().newPage()
  const base64 = await blank.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
    const canvas = new OffscreenCanvas(image.width, image.height)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 })).arrayBuffer(),
    )
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, png.toString('base64'))
  await blank.close()
  return Buffer.from(base64, 'base64')
}

type Look = {
  readonly size?: { readonly width: number; readonly height: number }
  readonly dark?: boolean
  /** The whole page and not what is seen first. */
  readonly whole?: boolean
  /** As on paper. */
  readonly print?: boolean
}

/** Takes a picture of the page as it stands now. */
export const picture = async (
  page: Page,
  name: string,
  { size = LAPTOP, dark = false, whole = false, print = false }: Look = {},
): Promise<void> => {
  await page.setViewportSize(size)
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    media: print ? 'print' : 'screen',
  })
  if (whole) await page.evaluate(() => scrollTo(0, 0))
  await page.evaluate(() => document.fonts.ready)
  const png = await page.screenshot({ fullPage: whole, animations: 'disabled' })
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/${name}.webp`, await toWebp(page, png))
}
