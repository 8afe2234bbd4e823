/** The three formats of photos that are kept (attachment.rules.ts): no other of libvips' decoders is ever reached. */
const READ = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']

/** What draws pictures, loaded when the first one comes: it takes longer than checking a text. */
export const loadSharp = async () => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: READ })
  return sharp
}
