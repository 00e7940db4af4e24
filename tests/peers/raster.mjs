// Encodes a grey picture (width, height and bytes in base64 as JSON on standard input) as ESC/POS.
import { readFileSync } from 'node:fs';
import ImageData from '@canvas/image-data';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';

const { width, height, grey } = JSON.parse(readFileSync(0, 'utf8'));
const rgba = new Uint8ClampedArray(width * height * 4);
Buffer.from(grey, 'base64').forEach((value, at) => {
  rgba.fill(value, 4 * at, 4 * at + 3);
  rgba[4 * at + 3] = 255;
});
const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster', columns: 48 });
const picture = new ImageData(rgba, width, height);
process.stdout.write(encoder.image(picture, width, height, 'threshold', 128).encode());
