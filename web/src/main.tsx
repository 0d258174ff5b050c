/** Starts the web app. */

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./app/App";
import { createStudio } from "./app/createStudio";
import { exposeAudio } from "./app/exposeAudio";
import { StudioContext } from "./features/studio";
import "./ui/tokens.css";

const studio = createStudio();
exposeAudio(studio);
void studio.session.start();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={studio.queries}>
      <StudioContext value={studio}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </StudioContext>
    </QueryClientProvider>
  </StrictMode>,
);
