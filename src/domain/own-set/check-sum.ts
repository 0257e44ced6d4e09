/**
 * CRC-32 (ISO 3309, as in zip and PNG) of a text's UTF-16 units, 8 hexadecimal digits. It changes with every
 * single wrong character and with every two neighbours swapped: it notices every burst of up to 32 bits.
 */
export function checkSum(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i += 1) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 16; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
