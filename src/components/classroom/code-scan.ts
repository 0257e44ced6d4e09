/** What looks for a QR code in a picture of the camera, and gives its text, or nothing. */
type Look = (video: HTMLVideoElement) => Promise<string | undefined>;

/** The browser's own reader, which TypeScript does not know yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** The phone's own reader where there is one, else qr-scanner from this site, loaded now and not before. */
async function reader(): Promise<Look> {
  const Kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
  if (Kind !== undefined && (await Kind.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new Kind({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: QrScanner } = await import('qr-scanner');
  const engine = await QrScanner.createQrEngine();
  const canvas = document.createElement('canvas');
  // It throws where it finds nothing.
  return (video) => QrScanner.scanImage(video, { qrEngine: engine, canvas, returnDetailedScanResult: true }).then(({ data }) => data, () => undefined);
}

const PAUSE_MS = 250;

/**
 * Opens the camera, after the reader asked for it, and tells every text it sees. Gives what closes it.
 * Throws what getUserMedia throws: NotAllowedError without permission, TypeError where there is no camera API.
 */
export async function openCamera(video: HTMLVideoElement, seen: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  let open = true;
  const close = (): void => {
    open = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };
  try {
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    const look = await reader();
    void (async () => {
      while (open) {
        const text = await look(video).catch(() => undefined);
        if (open && text !== undefined) seen(text);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    })();
  } catch (problem) {
    close();
    throw problem;
  }
  return close;
}
