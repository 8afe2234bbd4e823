import { loadSharp } from '@/lib/parsing/pictures'
import type { Cleaned } from './clean'

/** Half of A4 at 300 dots an inch: a letter stays readable, and ten photos stay below the limit. */
const LONG_SIDE = 2480
const A4 = { width: 595.28, height: 841.89 } as const

/** Photos of one paper as one document, a photo on each A4 page, in the order in which they were chosen. */
export const photosToPdf = async (photos: readonly Cleaned[]): Promise<Cleaned> => {
  const sharp = await loadSharp()
  // Its fonts take longer to load than a letter takes to be checked.
  const { default: PDFDocument } = await import('pdfkit')
  // No metadata of who made it and when; the day of bringing it is on the server.
  const pdf = new PDFDocument({
    autoFirstPage: false,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  for (const { bytes } of photos) {
    const { data, info } = await sharp(bytes)
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const layout = info.width > info.height ? 'landscape' : 'portrait'
    pdf.addPage({ size: 'A4', layout, margin: 0 })
    const [width, height] = layout === 'portrait' ? [A4.width, A4.height] : [A4.height, A4.width]
    pdf.image(data, 0, 0, { fit: [width, height], align: 'center', valign: 'center' })
  }
  pdf.end()
  await done
  return { type: 'application/pdf', bytes: Buffer.concat(parts) }
}
