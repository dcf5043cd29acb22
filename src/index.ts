// The only file that manifest.yml names: one export for each of its functions.
import { createApp } from './app';
import { forgePorts } from './adapters/forge-ports';

const app = createApp(forgePorts());

export const item = app.item;
export const project = app.project;
export const settings = app.settings;
export const automation = app.automation;
export const reportReading = app.reportReading;
export const scanStart = app.scanStart;
export const scanProject = app.scanProject;
