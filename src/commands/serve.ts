/** `npm start` after the build: serves dist/ at http://localhost:4321 and says so. */
import { serveFolder } from './static-server.ts';

const port = Number(process.env['PORT'] ?? 4321);

try {
  await serveFolder('dist', port);
  console.log(`\nSin Trampa: http://localhost:${port}/   (Ctrl+C to stop)`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is taken. Stop what runs there, or choose another: PORT=4322 npm start` : error);
  process.exitCode = 1;
}
